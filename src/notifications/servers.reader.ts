import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What operators call the Jitsi servers. */
@Injectable()
export class ServersReader {
  constructor(private readonly source: DataSource) {}

  async findSlug(serverId: string): Promise<string | undefined> {
    const [server] = await this.source.query<{ slug: string }[]>(
      'SELECT slug FROM meeting_servers WHERE id = $1',
      [serverId],
    );
    return server?.slug;
  }
}
