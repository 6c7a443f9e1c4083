package io.keeling.enrich.topology;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Makes a dead letter of a record whose bytes cannot be read. Made by Streams for each thread. */
public final class UnreadableRecords implements DeserializationExceptionHandler {

  private DeadLetterWriter writer = DeadLetterWriter.of(Map.of());

  @Override
  public void configure(Map<String, ?> configuration) {
    writer = DeadLetterWriter.of(configuration);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> input, Exception exception) {
    Throwable cause = exception;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return Response.resume(
        writer.write(
            context,
            input.key(),
            input.value(),
            "unreadable",
            String.valueOf(cause.getMessage()),
            exception));
  }
}
