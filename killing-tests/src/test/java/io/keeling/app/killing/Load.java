package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.verifier.check.Report;
import io.keeling.verifier.check.Verifier;
import io.keeling.verifier.check.Witness;
import io.keeling.verifier.workload.LoadGenerator;
import io.keeling.verifier.workload.NumberedPress;
import java.time.Duration;

/**
 * A known stream of articles through a cluster, pages that are sent and pages that are fetched. Not
 * for sharing between threads.
 */
final class Load implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final RunningCluster cluster;
  private final NumberedPress press;
  private final long seed;
  private final Witness witness;
  private final LoadGenerator generator;

  /**
   * Lets articles flow.
   *
   * @param perSecond records sent a second
   * @param betweenArticles time from one article of the press to the next
   */
  Load(
      RunningCluster cluster,
      NumberedPress press,
      long seed,
      int perSecond,
      Duration betweenArticles) {
    this.cluster = cluster;
    this.press = press;
    this.seed = seed;
    this.witness = Witness.start(cluster.kafka().clientProperties(), press::published);
    this.generator = LoadGenerator.start(cluster.kafka().clientProperties(), seed, perSecond);
    press.publishEvery(betweenArticles);
  }

  /** Records sent so far. */
  int sent() {
    return generator.sent();
  }

  /**
   * Lets no more flow until all has come through: so much is under way at most, and whoever does
   * not recover is found.
   */
  void awaitThrough() throws Exception {
    generator.hold(true);
    press.hold(true);
    cluster.awaitReady();
    awaitPress();
    assertThat(cluster.verifier().awaitRest(PATIENCE)).isEmpty();
    generator.hold(false);
    press.hold(false);
  }

  /** Lets no more flow, waits until all has come through, and compares it with what must be. */
  Report verify() throws Exception {
    int steps = generator.stop();
    press.stop();
    cluster.awaitReady();
    awaitPress();
    press.fallSilent();
    awaitPress();
    Verifier verifier = cluster.verifier();
    assertThat(verifier.awaitRest(PATIENCE)).isEmpty();
    return verifier.verify(seed, steps, press.served());
  }

  /** Waits until all that the press served has come through. */
  private void awaitPress() {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(press.missing()).isEmpty());
  }

  @Override
  public void close() {
    generator.close();
    witness.close();
  }
}
