import { createServer, type Server } from 'node:http';
import { html, type Html } from '../platform/http/html.js';
import { DEMO_CONTACT_POINTS } from './demo-people.js';

/**
 * The web site of a contact point, on an origin of its own and with a strict Content-Security-Policy, as a real one
 * would embed the house: one script tag, one element. Development only.
 */
export class DemoSite {
  private readonly server: Server;

  constructor(houseUrl: string) {
    const policy = [
      "default-src 'none'",
      "style-src 'self'",
      'img-src data:',
      `script-src ${houseUrl}`,
      `connect-src ${houseUrl}`,
      `frame-src ${houseUrl}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; ');
    this.server = createServer((request, response) => {
      const path = request.url?.split('?')[0];
      const contactPoint = DEMO_CONTACT_POINTS.find(({ sitePath }) => sitePath === path);
      response.setHeader('content-security-policy', policy);
      if (path === '/site.css') return response.setHeader('content-type', 'text/css').end(STYLE);
      if (!contactPoint) return response.writeHead(404).end();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(pageOf(contactPoint, houseUrl).text);
    });
  }

  async start(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, 'localhost', resolve);
    });
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function pageOf(
  { slug, town, phone }: { slug: string; town: string; phone: string },
  houseUrl: string,
): Html {
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Selbsthilfe-Kontaktstelle ${town}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/site.css" />
        <script src="${houseUrl}/embed/virtuelles-haus.js" async></script>
      </head>
      <body>
        <header><p>Selbsthilfe-Kontaktstelle ${town}</p></header>
        <main>
          <h1>Online-Räume für Ihre Gruppe</h1>
          <p>
            Ihre Selbsthilfegruppe kann sich online treffen. Wir stellen Ihnen dafür Räume zur Verfügung,
            kostenlos und geschützt. Sie erreichen uns unter ${phone}.
          </p>
          <virtuelles-haus contact-point="${slug}"
            ><a href="${houseUrl}/haus/${slug}">Raum reservieren im Virtuellen Haus</a></virtuelles-haus
          >
        </main>
        <footer><p>Vorführseite: So bindet eine Kontaktstelle das Haus in ihre eigene Seite ein.</p></footer>
      </body>
    </html>`;
}

const STYLE = `body { margin: 0; font: 18px/1.5 Georgia, serif; color: #2b2118; background: #fbf7f1;
  overflow-wrap: break-word; hyphens: auto; }
header { background: #7a2e1d; color: #fff; padding: 0.5rem 1rem; font-size: 1.2rem; }
main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem; }
footer { color: #5b4c3e; border-top: 1px solid #d8c9b6; }
`;
