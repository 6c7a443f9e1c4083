package io.keeling.ingest.topology;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes a dead letter of a record on which a processor failed. A failure without a record, at a
 * clock's tick, stops the thread, which starts again from the last transaction. Made by Streams for
 * each thread.
 */
public final class UnprocessableRecords implements ProcessingExceptionHandler {

  private FailedRecords failed = FailedRecords.of(Map.of());

  @Override
  public void configure(Map<String, ?> configuration) {
    failed = FailedRecords.of(configuration);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    if (context.topic() == null || record == null) {
      return Response.fail();
    }
    String reason =
        exception instanceof UnusableSourceException ? "unusable-source" : "internal-error";
    return Response.resume(
        failed.letter(
            context, context.sourceRawKey(), context.sourceRawValue(), reason, exception));
  }
}
