package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.tracing.Step;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A fetch in progress. It makes as many HTTP exchanges as robots.txt and redirects need, each in
 * the queue of the host concerned. Used by one thread at a time.
 */
final class FetchJob {

  final FetchRequest request;

  /** The key of the resulting page: the host of the request. */
  final String key;

  final String trace;
  final TopicPartition partition;
  final long offset;
  final long startedNanos = System.nanoTime();

  private CanonicalUrl page;
  private int redirects;
  private @Nullable CanonicalUrl robots;
  private int robotsRedirects;
  private @Nullable Answer robotsAnswer;
  private volatile Ending ending = Ending.NONE;
  private Step step = Step.NONE;

  /** What happens to a job whose exchange is cut. */
  enum Ending {
    /** No exchange was cut. */
    NONE,
    /** The next owner of the partition will do the job. */
    LEAVE,
    REPEAT
  }

  FetchJob(
      FetchRequest request,
      CanonicalUrl page,
      String key,
      String trace,
      TopicPartition partition,
      long offset) {
    this.request = request;
    this.page = page;
    this.key = key;
    this.trace = trace;
    this.partition = partition;
    this.offset = offset;
  }

  Step step() {
    return step;
  }

  /** Sets the step that traces this job. */
  void tells(Step begun) {
    step = begun;
  }

  /** Returns the current address of the page, after redirects. */
  CanonicalUrl page() {
    return page;
  }

  String nextSite() {
    return Sites.of((robots != null ? robots : page).host());
  }

  /**
   * Returns the site's standing as the request shows it: a validator means that the site answered
   * before, a repeated attempt means that it failed. Since the request holds both, the standing
   * survives a restart and a handover.
   */
  WorkerShares.Standing standing() {
    boolean answered = request.etag() != null || request.lastModified() != null;
    boolean failed = request.attempt() > 1;
    if (answered == failed || !nextSite().equals(Sites.of(key))) {
      return WorkerShares.Standing.NEW;
    }
    return answered ? WorkerShares.Standing.ANSWERS : WorkerShares.Standing.FAILS;
  }

  /** Returns the address of the robots.txt to fetch first, or null. */
  @Nullable CanonicalUrl robots() {
    return robots;
  }

  int redirects() {
    return redirects;
  }

  int robotsRedirects() {
    return robotsRedirects;
  }

  void askRobots(CanonicalUrl address) {
    robots = address;
    robotsRedirects = 0;
  }

  /** Notes that robots.txt was fetched, with its response. */
  void robotsKnown(Answer answer) {
    robots = null;
    robotsAnswer = answer;
  }

  /** Returns the response for the page's robots.txt, or null if this job did not fetch it. */
  @Nullable Answer robotsAnswer() {
    return robotsAnswer;
  }

  /** Follows a redirect of robots.txt; false if there were too many. */
  boolean followRobots(CanonicalUrl address, int most) {
    robots = address;
    return ++robotsRedirects <= most;
  }

  /** Follows a redirect of the page; false if there were too many. */
  boolean follow(CanonicalUrl address, int most) {
    page = address;
    robotsAnswer = null;
    return ++redirects <= most;
  }

  /** Continues where another process left off. */
  void resume(CanonicalUrl at, int followed, @Nullable CanonicalUrl robotsAt, int robotsFollowed) {
    page = at;
    redirects = followed;
    robots = robotsAt;
    robotsRedirects = robotsFollowed;
  }

  Ending ending() {
    return ending;
  }

  synchronized void end(Ending how) {
    ending = how;
  }

  /** Notes that the job is repeated, unless it has been given up meanwhile. */
  synchronized void again() {
    if (ending == Ending.REPEAT) {
      ending = Ending.NONE;
    }
  }
}
