import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { ExpectedVersion, VersionAsETag } from '../platform/http/if-match.js';
import { ClosuresReader } from '../rooms/closures.reader.js';
import { ChangeClosure } from './change-closure.js';
import { CloseForAWhile } from './close-for-a-while.js';
import { ClosureHitsReader, type Hits } from './closure-hits.reader.js';
import { type Closer, ClosureWishesReader, contactPointOf } from './closure-wishes.reader.js';
import * as requests from './closures.requests.js';
import * as views from './closures.views.js';
import { EndClosure } from './end-closure.js';
import type { SavedClosure } from './save-closure.js';

/** When a room, a contact point or the house is closed. */
@Controller('api/closures')
@AllowedTo('staff', 'operator')
@UseInterceptors(VersionAsETag)
export class ClosuresController {
  constructor(
    private readonly closures: ClosuresReader,
    private readonly wishes: ClosureWishesReader,
    private readonly hits: ClosureHitsReader,
    private readonly closeForAWhile: CloseForAWhile,
    private readonly changeClosure: ChangeClosure,
    private readonly endClosure: EndClosure,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: views.closureListView })
  async list(
    @CurrentActor() actor: Closer,
    @Query({ schema: requests.closureListQuery }) { limit, cursor }: requests.ClosureListQuery,
  ) {
    const rows = await this.closures.listOf(contactPointOf(actor), { limit: limit + 1, after: cursor });
    return views.toClosureListView(rows, limit);
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: views.closureHitsView })
  async preview(
    @CurrentActor() actor: Closer,
    @Body({ schema: requests.closureRequest }) request: requests.ClosureRequest,
  ) {
    return this.showHits(actor, await this.hits.hitsOf(await this.wishes.read(actor, request)));
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: views.savedClosureView })
  async close(
    @CurrentActor() actor: Closer,
    @Body({ schema: requests.closureRequest }) request: requests.ClosureRequest,
  ) {
    return this.show(actor, await this.closeForAWhile.run(actor, request));
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: views.savedClosureView })
  async change(
    @CurrentActor() actor: Closer,
    @IdParam() closureId: string,
    @Body({ schema: requests.closureChange }) change: requests.ClosureChange,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    return this.show(actor, await this.changeClosure.run(actor, closureId, { change, expectedVersion }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @CurrentActor() actor: Closer,
    @IdParam() closureId: string,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    await this.endClosure.run(actor, closureId, expectedVersion);
  }

  private async show(actor: Closer, { closureId, hits }: SavedClosure) {
    const closure = await this.closures.requireClosureOf(contactPointOf(actor), closureId);
    return { ...views.toClosureView(closure), ...(await this.showHits(actor, hits)) };
  }

  private async showHits(actor: Closer, hits: Hits) {
    return views.toHitsView(hits, await this.hits.rowsOf(hits.firstIds, contactPointOf(actor)));
  }
}
