package io.keeling.runtime.streams;

import io.keeling.contract.article.Article;
import io.keeling.contract.serde.ContractSerdes;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Makes a dead letter of a record on which a processor failed. A failure without a record, at a
 * clock's tick, and one of the state's or of Kafka's, for which no record is to blame, stop the
 * thread, which starts again from the last transaction: a processor that writes is told of what
 * could not be sent for records before. Made by Streams for each thread.
 *
 * <p>Streams drops the bytes of a record once something was written because of it; then key and
 * payload are those of the record that the processor was given.
 */
public final class UnprocessableRecords extends DeadLetterHandler
    implements ProcessingExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    if (context.topic() == null || record == null || FailureKind.ofInfrastructure(exception)) {
      return Response.fail();
    }
    String reason =
        exception instanceof UnusableRecordException unusable ? unusable.reason() : "failed";
    byte[] key = context.sourceRawKey() == null ? key(record) : context.sourceRawKey();
    byte[] payload =
        context.sourceRawValue() == null ? payload(context, record) : context.sourceRawValue();
    return Response.resume(letters.write(context, key, payload, record.value(), reason, exception));
  }

  private static byte @Nullable [] key(Record<?, ?> record) {
    return record.key() instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
  }

  private static byte @Nullable [] payload(ErrorHandlerContext context, Record<?, ?> record) {
    if (record.value() instanceof Article article) {
      return ContractSerdes.ARTICLE.serialize(context.topic(), article);
    }
    return record.value() instanceof byte[] bytes ? bytes : null;
  }
}
