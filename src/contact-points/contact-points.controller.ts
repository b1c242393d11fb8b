import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { ContactPointsReader } from './contact-points.reader.js';
import { contactPointView, toContactPointView } from './contact-points.views.js';
import { ReadableFromListedOrigins } from './listed-origins.reader.js';

@Controller('api/contact-points')
export class ContactPointsController {
  constructor(private readonly contactPoints: ContactPointsReader) {}

  @Get(':slug')
  @AllowedTo('visitor')
  @UseInterceptors(ReadableFromListedOrigins)
  @ApiOkResponse({ standardSchema: contactPointView })
  async show(@Param('slug') slug: string) {
    return toContactPointView(await this.contactPoints.requireBySlug(slug));
  }
}
