import { commonEnvironment, commonSource, commonTeam } from "../../../../model/landscape/common";
import type {
  ConsumerAccount,
  Environment,
  Landscape,
  ProducerAccount,
  Source,
  Team,
} from "../../../../model/landscape/types";
import { changed, first, type Parts } from "../sample";

/** The sample in two environments, what they have in common written once. */
export function inTwo(change: (parts: Parts) => void): Landscape {
  const { queries, ...environment } = first(changed(change).environments);
  const bank = queries === undefined ? {} : commonEnvironment({ queries });
  const producers = environment.producers.map(halvedProducer);
  const consumers = environment.consumers.map(halvedConsumer);
  const named = (name: string, digit: string): Environment => ({
    ...environment,
    ...bank,
    name,
    governance: { ...environment.governance, id: digit.repeat(12) },
    producers: producers.map((of, index) => of(`${digit}${index}`.repeat(6))),
    consumers: consumers.map((of, index) => of(`${index}${digit}`.repeat(6))),
  });
  return { environments: [named("prod", "7"), named("staging", "8")] };
}

const halvedProducer = (producer: ProducerAccount) => {
  const sources = producer.sources.map(halvedSource);
  return (id: string): ProducerAccount => ({ ...producer, id, sources: sources.map((of) => of()) });
};

function halvedSource(source: Source): () => Source {
  const { tables, domain, ...rest } = source;
  const once = commonSource({ tables, domain });
  return () => ({ ...once, ...rest });
}

const halvedConsumer = (consumer: ConsumerAccount) => {
  const teams = consumer.teams.map(({ shares, ...rest }) => ({ once: commonTeam({ shares }), rest }));
  return (id: string): ConsumerAccount => ({
    ...consumer,
    id,
    teams: teams.map(({ once, rest }): Team => ({ ...once, ...rest, assumedBy: [`arn:aws:iam::${id}:role/analyst`] })),
  });
};
