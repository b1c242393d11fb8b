import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../kernel/domain-error.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage } from '../platform/http/page.js';
import { mailboxPage, mailPage } from './mailbox.page.js';
import { MailboxReader } from './mailbox.reader.js';

const listQuery = z.strictObject({
  to: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** All mails of a house in development, for people and for programs. Does not exist in production. */
@Controller('dev/mailbox')
@ApiExcludeController()
@AllowedTo('visitor')
export class MailboxController {
  constructor(private readonly mailbox: MailboxReader) {}

  @Get()
  async show(@Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, mailboxPage(await this.mailbox.list({ limit: 200 })));
  }

  @Get('api/messages')
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>) {
    return { items: await this.mailbox.list(query) };
  }

  @Get('api/messages/:id')
  async read(@Param('id') id: string) {
    const { source: _source, ...message } = await this.mailbox.require(id);
    return message;
  }

  @Get('api/messages/:id/source')
  async source(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    void reply.type('message/rfc822').send((await this.mailbox.require(id)).source);
  }

  @Get(':id')
  async open(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, mailPage(await this.mailbox.require(id)), { framesOwnPages: true });
  }

  /** What a mail program would show, shut in: no script, no other host, no form. */
  @Get(':id/html')
  async html(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { html } = await this.mailbox.require(id);
    void reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
      )
      .type('text/html; charset=utf-8')
      .send(html);
  }

  @Get(':id/attachments/:index')
  async attachment(
    @Param('id') id: string,
    @Param('index') index: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { attachments } = await this.mailbox.require(id);
    const attachment = attachments[Number(index)];
    if (!attachment) throw new NotFound();
    const filename = attachment.filename.replace(/[^\w.-]/g, '_') || 'anhang';
    void reply
      .header('content-disposition', `attachment; filename="${filename}"`)
      .type('application/octet-stream')
      .send(Buffer.from(attachment.base64, 'base64'));
  }
}
