import { ContactView, Id, NewContact, resourceOf, type Resource } from '@mouding/contract';
import {
  Commands,
  personContact,
  Reading,
  Who,
  WhoAsks,
  setPersonContact,
  resource,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Asks, Make, Sent } from '../routes.ts';

@ApiTags('persons')
@Controller('v1/persons')
export class PersonsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Make('person.register')
  register(@WhoAsks() asked: Asked, @Sent('person.register') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'person.register', body);
  }

  @Answers(':id', resourceOf('person'), 'getPerson', '人员')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'person', id));
  }

  @Answers(':id/contact', ContactView, 'getPersonContact', '人员联系方式（系统管理员）')
  contact(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<ContactView> {
    return this.reading.as(who, (reader) => personContact(reader, id));
  }

  @Asks(
    'put',
    ':id/contact',
    ContactView,
    'setPersonContact',
    '登记或清除人员联系方式（系统管理员）；不进入办理记录',
  )
  setContact(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewContact }) body: NewContact,
  ): Promise<ContactView> {
    return this.reading.as(who, (reader) => setPersonContact(reader, id, body));
  }

  @Act('person.reset-password')
  resetPassword(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('person.reset-password') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'person.reset-password', id, body);
  }

  @Act('person.unlock')
  unlock(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('person.unlock') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'person.unlock', id, body);
  }

  @Act('person.deactivate')
  deactivate(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('person.deactivate') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'person.deactivate', id, body);
  }

  @Act('person.reactivate')
  reactivate(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('person.reactivate') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'person.reactivate', id, body);
  }

  @Act('person.reset-second-factor')
  resetSecondFactor(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('person.reset-second-factor') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'person.reset-second-factor', id, body);
  }

  @Act('person.propose-erasure')
  proposeErasure(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('person.propose-erasure') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'person.propose-erasure', id, body);
  }

  @Act('person.erase')
  erase(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('person.erase') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'person.erase', id, body);
  }

  @Act('person.withdraw-erasure')
  withdrawErasure(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('person.withdraw-erasure') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'person.withdraw-erasure', id, body);
  }
}
