import { Id, IndicatorPlaces, PlacesQuery, resourceOf, type Resource } from '@mouding/contract';
import {
  Commands,
  indicatorPlaces,
  Reading,
  Who,
  WhoAsks,
  resource,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Make, Sent } from '../routes.ts';

@ApiTags('indicators')
@Controller('v1/indicators')
export class IndicatorsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Make('indicator.define')
  define(@WhoAsks() asked: Asked, @Sent('indicator.define') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'indicator.define', body);
  }

  @Answers(':id', resourceOf('indicator'), 'getIndicators', '指标填报')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'indicator', id));
  }

  @Answers(':id/places', IndicatorPlaces, 'getIndicatorPlaces', '文中引用各处及现有数值', PlacesQuery)
  places(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PlacesQuery }) query: PlacesQuery,
  ): Promise<IndicatorPlaces> {
    return this.reading.as(who, (reader) => indicatorPlaces(reader, id, query));
  }

  @Act('indicator.cite-plan')
  citePlan(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.cite-plan') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.cite-plan', id, body);
  }

  @Act('indicator.assign')
  assign(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.assign') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.assign', id, body);
  }

  @Act('indicator.fill')
  fill(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.fill') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.fill', id, body);
  }

  @Act('indicator.record')
  record(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.record') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.record', id, body);
  }

  @Act('indicator.confirm')
  confirm(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.confirm') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.confirm', id, body);
  }

  @Act('indicator.return')
  sendBack(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.return') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.return', id, body);
  }

  @Act('indicator.settle')
  settle(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.settle') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.settle', id, body);
  }

  @Act('indicator.link')
  link(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.link') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.link', id, body);
  }

  @Act('indicator.unlink')
  unlink(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('indicator.unlink') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'indicator.unlink', id, body);
  }
}
