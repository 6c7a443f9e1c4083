package io.keeling.desk.operators;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import io.keeling.runtime.kafka.KafkaRefusals;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits concurrent requests to Kafka, and answers Kafka's failures. Threads may share it. */
public final class OperatorHandler implements Handler {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorHandler.class);

  /**
   * Maximum number of concurrent requests to Kafka. Until Kafka answers, each holds a thread of the
   * desk, which readers need.
   */
  public static final int MOST_AT_ONCE = 4;

  /** Limits concurrent requests to Kafka, over all addresses. */
  private final Semaphore room;

  private final Answers answers;
  private final Handler action;

  /**
   * @param room shared by all handlers of a desk
   */
  public OperatorHandler(Semaphore room, Answers answers, Handler action) {
    this.room = room;
    this.answers = answers;
    this.action = action;
  }

  @Override
  public void handle(Context context) throws Exception {
    if (!room.tryAcquire()) {
      answers.fail(context, Failure.of(503, "operators"));
      return;
    }
    try {
      action.handle(context);
    } catch (OperationException e) {
      answers.fail(context, failure(422, "operation", String.valueOf(e.getMessage())));
    } catch (KafkaException e) {
      String line = KafkaRefusals.line(e, "Kafka").orElse("Kafka does not answer");
      LOG.warn("an operator's page failed: {}", line);
      answers.fail(context, failure(503, "operation-away", line));
    } finally {
      room.release();
    }
  }

  private static Failure failure(int status, String key, String problem) {
    return new Failure(status, key, Map.of("problem", problem), null);
  }
}
