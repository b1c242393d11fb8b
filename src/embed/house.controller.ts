import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendAppPage, untilItRuns } from '../platform/http/app-page.js';
import { html, type Html } from '../platform/http/html.js';
import { sendPage } from '../platform/http/page.js';

/** The house as visitors find it: its front door, and the app of the representatives, framed or under our address. */
@Controller()
@ApiExcludeController()
@AllowedTo('visitor')
export class HouseController {
  constructor(private readonly contactPoints: ContactPointsReader) {}

  @Get()
  async frontDoor(@Res() reply: FastifyReply): Promise<void> {
    const contactPoints = await this.contactPoints.all();
    sendPage(reply, {
      title: 'Virtuelles Haus der Selbsthilfe',
      body: html`<h1>Virtuelles Haus der Selbsthilfe</h1>
        <p>
          Online-Räume für Selbsthilfegruppen. Sie haben eine Einladung bekommen? Dann öffnen Sie bitte den
          Link aus Ihrer Mail.
        </p>
        <p><a href="/technik-check">Kamera und Ton testen</a></p>
        <h2>Raum reservieren</h2>
        <p>Sie sind Ansprechperson einer Gruppe? Bitte wählen Sie Ihre Kontaktstelle:</p>
        <ul>
          ${contactPoints.map(({ slug, name }) => html`<li><a href="/haus/${slug}">${name}</a></li>`)}
        </ul>
        <p class="hint">Für das Team der Kontaktstelle: <a href="/desk">zum Schreibtisch</a></p>`,
    });
  }

  @Get('haus/:slug')
  async app(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const contactPoint = await this.contactPoints.requireBySlug(slug);
    sendAppPage(reply, {
      title: 'Raum reservieren',
      app: 'house',
      frameAncestors: contactPoint.origins,
      element: html`<vh-house contact-point="${contactPoint.slug}">
        ${untilItRuns(byTelephone(contactPoint.phone))}
      </vh-house>`,
    });
  }
}

function byTelephone(phone: string): Html {
  const number = html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`;
  return html`<p>Hilft das nicht? Dann rufen Sie bitte Ihre Kontaktstelle an: ${number}</p>`;
}
