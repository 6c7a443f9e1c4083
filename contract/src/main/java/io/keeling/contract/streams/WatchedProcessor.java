package io.keeling.contract.streams;

import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Says which record a processor begins, and leaves the work to it. Belongs to one stream task. */
final class WatchedProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

  private final Processor<KIn, VIn, KOut, VOut> processor;
  private final Consumer<RecordMetadata> begins;
  private ProcessorContext<KOut, VOut> context;

  WatchedProcessor(Processor<KIn, VIn, KOut, VOut> processor, Consumer<RecordMetadata> begins) {
    this.processor = processor;
    this.begins = begins;
  }

  @Override
  public void init(ProcessorContext<KOut, VOut> context) {
    this.context = context;
    processor.init(context);
  }

  @Override
  public void process(Record<KIn, VIn> input) {
    context.recordMetadata().ifPresent(begins);
    processor.process(input);
  }

  @Override
  public void close() {
    processor.close();
  }
}
