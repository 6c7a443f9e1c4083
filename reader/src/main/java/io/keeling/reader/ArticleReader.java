package io.keeling.reader;

import io.keeling.reader.authors.AuthorFinder;
import io.keeling.reader.body.Body;
import io.keeling.reader.body.BodyFinder;
import io.keeling.reader.body.OtherStories;
import io.keeling.reader.dates.DateFinder;
import io.keeling.reader.dates.PageDates;
import io.keeling.reader.decoding.ContentSniffer;
import io.keeling.reader.decoding.DecodedPage;
import io.keeling.reader.decoding.PageDecoder;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.TitleFinder;
import io.keeling.reader.metadata.TitleFinder.Headline;
import io.keeling.reader.outline.Cancellation;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a page as a person would: headline, byline, dates and the body, without what surrounds it.
 * Does no I/O, keeps no state, and is thread-safe.
 *
 * <p>Its steps: decode, parse, walk once ({@link io.keeling.reader.outline.PageWalk}), gather
 * metadata, find the body, judge. Time and memory grow linearly with the page.
 */
public final class ArticleReader {

  /** Name and version that articles carry in their provenance. */
  public static final String NAME = "keeling-reader/1";

  private static final Logger LOG = LoggerFactory.getLogger(ArticleReader.class);

  private final Function<RawPage, Explanation> steps;

  public ArticleReader() {
    this(ArticleReader::readMarkup);
  }

  ArticleReader(Function<RawPage, Explanation> steps) {
    this.steps = steps;
  }

  /** Reads one page. Never throws, whatever the bytes are, unless its thread is interrupted. */
  public Reading read(RawPage page) {
    return explain(page).reading();
  }

  /**
   * Reads one page and explains how.
   *
   * @throws CancellationException if the thread is interrupted, which ends the reading
   */
  public Explanation explain(RawPage page) {
    if (page.bytes().length == 0) {
      return Explanation.without(UnreadableReason.EMPTY, "no bytes");
    }
    if (!ContentSniffer.isMarkup(page.bytes())) {
      return Explanation.without(UnreadableReason.NOT_HTML, "the bytes are not markup");
    }
    try {
      return steps.apply(page);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return Explanation.without(
          UnreadableReason.READER_FAILURE, ReaderBugs.line(LOG, "page", page.bytes(), e));
    }
  }

  private static Explanation readMarkup(RawPage page) {
    DecodedPage decoded = PageDecoder.decode(page.bytes(), page.contentType());
    PageEvidence evidence = EvidenceGathering.from(decoded, page);
    Cancellation.check();
    Headline headline = TitleFinder.find(evidence);
    OtherStories.mark(evidence.outline(), headline.block(), evidence.url());
    Chosen<List<String>> authors = AuthorFinder.find(evidence, headline.block());
    Cancellation.check();
    Body body = BodyFinder.find(evidence, headline, authors.value());
    if (headline.block() == null) {
      authors = AuthorFinder.aboveText(evidence, authors, body.blocks());
    }
    if (authors.value().isEmpty()) {
      authors = AuthorFinder.elsewhere(evidence, headline.block(), body.blocks(), decoded.html());
    }
    Cancellation.check();
    PageDates dates = DateFinder.find(evidence, headline.block(), body.blocks(), decoded.html());
    Reading reading = QualityGate.check(evidence, headline, authors.value(), dates, body);
    if (reading == null) {
      reading =
          new Reading.Readable(
              new ArticleAssembly(page, decoded, evidence, headline, authors, dates, body)
                  .article());
    }
    return new Explanation(reading, evidence.candidates(), body, evidence.outline());
  }
}
