import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AllowedTo } from '../platform/http/allowed-to.js';

/** For the machine that watches over the house. */
@Controller('health')
@ApiExcludeController()
@AllowedTo('visitor')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** 503 while the database does not answer. */
  @Get('ready')
  async ready() {
    await this.source.query('SELECT 1');
    return { status: 'ok' };
  }
}
