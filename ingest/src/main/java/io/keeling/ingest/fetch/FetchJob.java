package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.tracing.Step;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A fetch under way. It takes as many exchanges as robots.txt and redirects need, each in the queue
 * of the host it goes to. One thread at a time has it.
 */
final class FetchJob {

  private final FetchRequest request;
  private final String key;
  private final String trace;
  private final TopicPartition partition;
  private final long offset;
  private final long startedNanos = System.nanoTime();

  private CanonicalUrl page;
  private int redirects;
  private @Nullable CanonicalUrl robots;
  private int robotsRedirects;
  private @Nullable Answer robotsAnswer;
  private volatile Ending ending = Ending.NONE;
  private Step step = Step.NONE;

  /** What becomes of a job whose exchange under way is cut short. */
  enum Ending {
    /** Nothing was cut. */
    NONE,
    /** The job is left to the partition's next owner. */
    LEAVE,
    /** The job is done again. */
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

  FetchRequest request() {
    return request;
  }

  /** The key of the page to come: the host that was asked for. */
  String key() {
    return key;
  }

  String trace() {
    return trace;
  }

  /** What is told of it. */
  Step step() {
    return step;
  }

  /** Something is to be told of it. */
  void tells(Step begun) {
    step = begun;
  }

  TopicPartition partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  long startedNanos() {
    return startedNanos;
  }

  /** The address at which the page is now thought to be. */
  CanonicalUrl page() {
    return page;
  }

  /** The site the next exchange goes to. */
  String nextSite() {
    return Sites.of((robots != null ? robots : page).host());
  }

  /**
   * What the request tells of the site of the next exchange: a validator is from an answer it gave,
   * and a second attempt follows a failure. So a site keeps its standing when a process starts anew
   * or another one takes its partition over.
   */
  WorkerShares.Standing standing() {
    boolean answered = request.etag() != null || request.lastModified() != null;
    boolean failed = request.attempt() > 1;
    if (answered == failed || !nextSite().equals(Sites.of(key))) {
      return WorkerShares.Standing.NEW;
    }
    return answered ? WorkerShares.Standing.ANSWERS : WorkerShares.Standing.FAILS;
  }

  /** The address of the robots.txt that is to be asked for first, or null. */
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

  /** The robots.txt need not be asked for any more; this is what came of it. */
  void robotsKnown(Answer answer) {
    robots = null;
    robotsAnswer = answer;
  }

  /** What came of asking for the page's robots.txt, or null if that was not done for this job. */
  @Nullable Answer robotsAnswer() {
    return robotsAnswer;
  }

  /** Follows a redirect of robots.txt, unless there were too many. */
  boolean followRobots(CanonicalUrl address, int most) {
    robots = address;
    return ++robotsRedirects <= most;
  }

  /** Follows a redirect of the page, unless there were too many. */
  boolean follow(CanonicalUrl address, int most) {
    page = address;
    robotsAnswer = null;
    return ++redirects <= most;
  }

  /** Goes on where another process left off. */
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

  /** Takes in that the job is being done again, unless it has been left meanwhile. */
  synchronized void again() {
    if (ending == Ending.REPEAT) {
      ending = Ending.NONE;
    }
  }
}
