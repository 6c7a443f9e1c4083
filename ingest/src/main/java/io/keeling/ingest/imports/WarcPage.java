package io.keeling.ingest.imports;

import io.keeling.ingest.gzip.Gzip;
import io.keeling.reader.url.CanonicalUrl;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcResponse;

/** Extracts the page from an archived response: 2xx, HTML, decoded. Not thread-safe. */
final class WarcPage {

  private final FindListener finds;
  private final int largestPage;

  WarcPage(FindListener finds, int largestPage) {
    this.finds = finds;
    this.largestPage = largestPage;
  }

  /** Passes the page on, or reports why there is none. Returns false if the record is broken. */
  boolean read(WarcResponse response, String origin) {
    FoundPage page;
    try {
      Optional<CanonicalUrl> url = CanonicalUrl.of(response.target());
      if (url.isEmpty()) {
        finds.skip(origin, SkipReason.NO_ADDRESS, "its address is not a web address");
        return true;
      }
      HttpResponse http = response.http();
      String contentType = http.headers().first("Content-Type").orElse(null);
      if (http.status() / 100 != 2) {
        finds.skip(origin, SkipReason.NOT_SUCCESSFUL, "status " + http.status());
        return true;
      }
      if (!isHtml(contentType)) {
        finds.skip(origin, SkipReason.NOT_HTML, "not HTML by its content type");
        return true;
      }
      byte[] body = expanded(body(http), origin);
      if (body == null) {
        return true;
      }
      page = new FoundPage(url.get(), contentType, http.status(), response.date(), body, origin);
    } catch (IOException | RuntimeException e) {
      // Only this record is lost; reading continues.
      finds.skip(origin, SkipReason.BROKEN_RECORD, e.getClass().getSimpleName());
      return false;
    }
    if (page.body().length > largestPage) {
      finds.skip(origin, SkipReason.TOO_LARGE, "more than " + largestPage + " bytes");
    } else if (PageFile.isBlank(page.body())) {
      finds.skip(origin, SkipReason.EMPTY, "nothing but blanks");
    } else {
      finds.page(page);
    }
    return true;
  }

  /**
   * Returns the body, decoded except for gzip. A body that exceeds the limit is cut one byte after
   * it.
   */
  private byte[] body(HttpResponse http) throws IOException {
    String encoding =
        http.headers().first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    boolean plain = encoding.endsWith("gzip") || encoding.isEmpty();
    MessageBody message = plain ? http.body() : http.bodyDecoded();
    try (InputStream in = message.stream()) {
      return in.readNBytes(largestPage + 1);
    }
  }

  /**
   * Returns the body expanded if its bytes are gzip; null if that fails, which is reported. The
   * header is not trusted: some archivers decode the body and keep the header.
   */
  private byte @Nullable [] expanded(byte[] body, String origin) {
    try {
      return body.length <= largestPage && Gzip.is(body) ? Gzip.expand(body, largestPage) : body;
    } catch (IOException e) {
      finds.skip(origin, SkipReason.BROKEN_COMPRESSION, e.getClass().getSimpleName());
      return null;
    }
  }

  private static boolean isHtml(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
  }
}
