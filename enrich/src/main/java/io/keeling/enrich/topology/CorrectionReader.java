package io.keeling.enrich.topology;

import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.removal.Removal;
import io.keeling.runtime.streams.UnusableRecordException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Gives corrections the article's id as their key. Belongs to one stream task. */
final class CorrectionReader implements Processor<String, TagCorrection, String, CorrectionEvent> {

  private ProcessorContext<String, CorrectionEvent> context;

  @Override
  public void init(ProcessorContext<String, CorrectionEvent> context) {
    this.context = context;
  }

  @Override
  public void process(Record<String, TagCorrection> input) {
    String key = String.valueOf(input.key());
    int slash = key.indexOf('/');
    if (slash < 0 || !Removal.isId(key.substring(0, slash))) {
      throw new UnusableRecordException(
          "wrong-key", "the record's key does not name an article and a tag");
    }
    TagCorrection correction = input.value();
    if (correction != null && !correction.key().equals(key)) {
      throw new UnusableRecordException("wrong-key", "the record's key does not match its value");
    }
    context.forward(
        input
            .withKey(key.substring(0, slash))
            .withValue(new CorrectionEvent(key.substring(slash + 1), correction)));
  }
}
