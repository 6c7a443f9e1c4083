package io.keeling.runtime.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Makes a dead letter of a record whose bytes cannot be read. Made by Streams for each thread. */
public final class UnreadableRecords extends DeadLetterHandler
    implements DeserializationExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> input, Exception exception) {
    return Response.resume(
        letters.write(context, input.key(), input.value(), null, "unreadable", exception));
  }
}
