package io.keeling.ingest.fetch;

import static io.keeling.ingest.config.FetchConfig.MOST_REDIRECTS;
import static io.keeling.ingest.fetch.FetchResult.failed;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.fetch.FetchStep.Contact;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.ingest.fetch.http.BodyTooLargeException;
import io.keeling.ingest.fetch.http.HttpExchange;
import io.keeling.ingest.fetch.http.Validators;
import io.keeling.ingest.fetch.robots.RobotsCache;
import io.keeling.ingest.fetch.robots.RobotsRules;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.address.RefusedAddressException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Performs the next step of a fetch: at most one exchange with one host, so that the caller decides
 * when each exchange happens. Thread-safe.
 */
final class FetchSteps {

  /**
   * How often a fetch checks in memory whether another fetch has followed the redirect of
   * robots.txt.
   */
  private static final Duration ROBOTS_CHECK_INTERVAL = Duration.ofMillis(500);

  /**
   * Pause for a host that answers 429 and does not say how long to wait. Rate limits are usually
   * per minute.
   */
  private static final Duration DEFAULT_REST = Duration.ofMinutes(1);

  /** Stands for a missing robots.txt. */
  private static final Answer NO_ROBOTS =
      new Answer(404, null, null, null, Validators.NONE, null, new byte[0]);

  /** Stands for a robots.txt that could not be fetched. */
  private static final Answer FAILED_ROBOTS =
      new Answer(504, null, null, null, Validators.NONE, null, new byte[0]);

  private final HttpExchange http;
  private final RobotsCache robots;
  private final FetchConfig limits;
  private final PolitenessConfig politeness;
  private final InstantSource clock;

  FetchSteps(
      HttpExchange http,
      RobotsCache robots,
      FetchConfig limits,
      PolitenessConfig politeness,
      InstantSource clock) {
    this.http = http;
    this.robots = robots;
    this.limits = limits;
    this.politeness = politeness;
    this.clock = clock;
  }

  FetchStep step(FetchJob job) {
    CanonicalUrl robotsAddress = job.robots();
    if (robotsAddress != null) {
      return robotsStep(job, robotsAddress);
    }
    Optional<RobotsRules> rules = robots.known(job.page());
    if (rules.isEmpty() && robots.followed(job.page())) {
      return FetchStep.onward(ROBOTS_CHECK_INTERVAL, Contact.NONE);
    }
    if (rules.isEmpty()) {
      job.askRobots(RobotsCache.addressFor(job.page()));
      return FetchStep.onward(Duration.ZERO, Contact.NONE);
    }
    if (rules.get() instanceof RobotsRules.Unknown unknown) {
      return new FetchStep(
          failed(FetchOutcome.UNREACHABLE, 0, unknown.problem(), unknown.until()),
          Duration.ZERO,
          Contact.NONE);
    }
    RobotsRules.Known known = (RobotsRules.Known) rules.get();
    if (!known.allows(job.page())) {
      return new FetchStep(
          failed(FetchOutcome.DISALLOWED, 0, "robots.txt of " + job.page().host()),
          Duration.ZERO,
          Contact.NONE);
    }
    return pageStep(job, pause(known.delay()));
  }

  private FetchStep robotsStep(FetchJob job, CanonicalUrl address) {
    Contact contact = Contact.ANSWERED;
    try {
      Answer answer = http.get(address, null, null, RobotsCache.LARGEST_FILE);
      Optional<CanonicalUrl> target =
          answer.redirects()
              ? address.resolve(Objects.requireNonNull(answer.location()))
              : Optional.empty();
      if (target.isPresent() && job.followRobots(target.get(), MOST_REDIRECTS)) {
        robots.follows(job.page());
        return FetchStep.onward(politeness.pause(), contact);
      }
      if (answer.redirects()) {
        robots.allowsAll(job.page()); // RFC 9309, section 2.3.1.2: treated as missing.
        job.robotsKnown(NO_ROBOTS);
      } else {
        robots.answered(job.page(), answer);
        job.robotsKnown(answer);
      }
    } catch (RefusedAddressException e) {
      if (address.host().equals(job.page().host())) {
        return new FetchStep(
            failed(FetchOutcome.REFUSED, 0, String.valueOf(e.getMessage())),
            politeness.pause(),
            Contact.NONE);
      }
      robots.allowsAll(job.page());
      job.robotsKnown(NO_ROBOTS);
      contact = Contact.NONE;
    } catch (BodyTooLargeException e) {
      robots.failed(job.page(), null, "robots.txt is too large");
      job.robotsKnown(FAILED_ROBOTS);
    } catch (IOException e) {
      if (job.ending() != FetchJob.Ending.NONE) {
        // Most likely we cut the exchange ourselves, so the host is not to blame.
        return new FetchStep(
            failed(FetchOutcome.UNREACHABLE, 0, NoAnswer.line(e)),
            politeness.pause(),
            Contact.FAILED);
      }
      contact = Contact.FAILED;
      robots.failed(job.page(), null, "robots.txt: " + NoAnswer.line(e));
      job.robotsKnown(FAILED_ROBOTS);
    }
    return FetchStep.onward(pauseAfterRobots(job), contact);
  }

  /**
   * Returns the pause after fetching a robots.txt. The {@code Crawl-delay} in that file already
   * applies.
   */
  private Duration pauseAfterRobots(FetchJob job) {
    return robots
        .known(job.page())
        .filter(RobotsRules.Known.class::isInstance)
        .map(rules -> pause(((RobotsRules.Known) rules).delay()))
        .orElse(politeness.pause());
  }

  /** Stores a robots.txt that another process fetched for the job. */
  void learn(FetchJob job, Answer answer) {
    robots.answered(job.page(), answer);
  }

  private FetchStep pageStep(FetchJob job, Duration pause) {
    FetchRequest request = job.request;
    try {
      Answer answer =
          http.get(job.page(), request.etag(), request.lastModified(), limits.largestBody());
      if (!answer.redirects()) {
        return new FetchStep(result(answer), pause, Contact.ANSWERED);
      }
      Optional<CanonicalUrl> target = job.page().resolve(Objects.requireNonNull(answer.location()));
      if (target.isEmpty()) {
        return new FetchStep(
            failed(
                FetchOutcome.REFUSED,
                answer.status(),
                "redirected to something that is not http or https"),
            pause,
            Contact.ANSWERED);
      }
      if (!job.follow(target.get(), MOST_REDIRECTS)) {
        return new FetchStep(
            failed(
                FetchOutcome.REFUSED,
                answer.status(),
                "more than " + MOST_REDIRECTS + " redirects"),
            pause,
            Contact.ANSWERED);
      }
      return FetchStep.onward(pause, Contact.ANSWERED);
    } catch (RefusedAddressException e) {
      return new FetchStep(
          failed(FetchOutcome.REFUSED, 0, String.valueOf(e.getMessage())), pause, Contact.NONE);
    } catch (BodyTooLargeException e) {
      return new FetchStep(
          failed(FetchOutcome.TOO_LARGE, 200, String.valueOf(e.getMessage())),
          pause,
          Contact.ANSWERED);
    } catch (IOException e) {
      return new FetchStep(
          failed(FetchOutcome.UNREACHABLE, 0, NoAnswer.line(e)), pause, Contact.FAILED);
    }
  }

  private FetchResult result(Answer answer) {
    int status = answer.status();
    if (answer.successful()) {
      return FetchResult.fetched(answer);
    }
    if (status == 304) {
      return FetchResult.notModified(answer);
    }
    String problem = "answered " + status;
    if (status == 429 || (status == 503 && answer.retryAt() != null)) {
      return failed(FetchOutcome.RATE_LIMITED, status, problem, rest(answer.retryAt()));
    }
    boolean transientFailure = status == 408 || status == 425 || status >= 500;
    return failed(transientFailure ? FetchOutcome.UNREACHABLE : FetchOutcome.GONE, status, problem);
  }

  private Instant rest(@Nullable Instant wanted) {
    Instant now = clock.instant();
    Instant latest = now.plus(PolitenessConfig.LONGEST_REST);
    if (wanted == null) {
      return now.plus(DEFAULT_REST);
    }
    return wanted.isBefore(now) ? now : wanted.isAfter(latest) ? latest : wanted;
  }

  private Duration pause(Duration crawlDelay) {
    Duration bounded =
        crawlDelay.compareTo(politeness.longestCrawlDelay()) > 0
            ? politeness.longestCrawlDelay()
            : crawlDelay;
    return bounded.compareTo(politeness.pause()) > 0 ? bounded : politeness.pause();
  }
}
