package io.keeling.enrich.topology;

import io.keeling.contract.enriched.Story;
import io.keeling.enrich.stories.StoryFinder;
import io.keeling.enrich.stories.StoryMemory;
import io.keeling.enrich.stories.TextSignature;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Answers which story a text belongs to. Belongs to one stream task. */
final class StoryRegistry implements Processor<String, StoryQuestion, String, StoryAnswer> {

  private ProcessorContext<String, StoryAnswer> context;
  private StoryMemory memory;

  @Override
  public void init(ProcessorContext<String, StoryAnswer> context) {
    this.context = context;
    memory =
        new StoredStories(
            context.getStateStore(EnrichStores.BANDS),
            context.getStateStore(EnrichStores.MEMBERS),
            context.getStateStore(EnrichStores.OUTLETS));
  }

  @Override
  public void process(Record<String, StoryQuestion> input) {
    StoryQuestion question = input.value();
    Story story =
        question.signature() == null
            ? null
            : StoryFinder.find(
                question.article(),
                question.outlet(),
                TextSignature.of(question.signature()),
                memory);
    context.forward(
        input.withKey(question.article()).withValue(new StoryAnswer(question.revision(), story)));
  }
}
