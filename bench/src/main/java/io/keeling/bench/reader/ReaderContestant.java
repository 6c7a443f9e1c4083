package io.keeling.bench.reader;

import com.chimbori.crux.articles.Article;
import com.chimbori.crux.articles.ArticleExtractor;
import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import de.l3s.boilerpipe.sax.BoilerpipeSAXInput;
import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import io.keeling.reader.Reading;
import io.keeling.reader.decoding.PageDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Readers of articles on the JVM, ours and three others, each with all it offers: none of the
 * others looks for dates, and only readability4j for authors. The others get the page decoded as
 * ours decodes it, so that encodings are not held against them. Threads may share them.
 */
enum ReaderContestant {
  KEELING {
    @Override
    Prediction read(RawPage page) {
      Reading reading = new ArticleReader().read(page);
      if (reading instanceof Reading.Unreadable unreadable) {
        return Prediction.failed(unreadable.reason().label());
      }
      var article = ((Reading.Readable) reading).article();
      return new Prediction(
          article.text(),
          article.title(),
          article.authors(),
          article.publishedAt() == null ? null : article.publishedAt().toString(),
          null);
    }
  },
  READABILITY4J {
    @Override
    Prediction read(RawPage page) {
      var article = new Readability4J(address(page), html(page)).parse();
      String byline = article.getByline();
      return new Prediction(
          article.getTextContent(),
          article.getTitle(),
          byline == null ? List.of() : List.of(byline.strip()),
          null,
          null);
    }
  },
  BOILERPIPE {
    @Override
    Prediction read(RawPage page) {
      try {
        TextDocument document =
            new BoilerpipeSAXInput(new InputSource(new StringReader(html(page)))).getTextDocument();
        CommonExtractors.ARTICLE_EXTRACTOR.process(document);
        return new Prediction(document.getContent(), document.getTitle(), List.of(), null, null);
      } catch (BoilerpipeProcessingException | SAXException e) {
        return Prediction.failed(e.getClass().getSimpleName());
      }
    }
  },
  CRUX {
    @Override
    Prediction read(RawPage page) {
      Article article =
          ArticleExtractor.with(address(page), html(page))
              .extractMetadata()
              .extractContent()
              .article();
      String text = article.document == null ? null : article.document.text();
      return new Prediction(text, article.title, List.of(), null, null);
    }
  };

  abstract Prediction read(RawPage page);

  /** Its name in files and tables. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String address(RawPage page) {
    return page.url() == null ? "https://example.org/" : page.url();
  }

  /** A bare parse by jsoup, with its own detection of the encoding: what all is compared to. */
  static Document parsed(RawPage page) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(page.bytes()), null, address(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String html(RawPage page) {
    return PageDecoder.decode(page.bytes(), page.contentType()).html();
  }
}
