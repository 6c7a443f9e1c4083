package io.keeling.ingest.fetch.http;

import io.keeling.reader.url.CanonicalUrl;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends single requests; follows no redirect. Threads may share it. */
public interface HttpExchange extends AutoCloseable {

  /**
   * Requests a page.
   *
   * @param etag validator for a conditional request, or null
   * @param lastModified validator for a conditional request, or null
   * @param largestBody most bytes of the decoded body
   * @throws BodyTooLargeException if the body is larger than a limit
   * @throws io.keeling.runtime.address.RefusedAddressException if the host may not be asked
   * @throws IOException if no whole answer came in time
   */
  Answer get(
      CanonicalUrl url, @Nullable String etag, @Nullable String lastModified, int largestBody)
      throws IOException;

  /**
   * Sends a form; the answer has no body.
   *
   * @throws io.keeling.runtime.address.RefusedAddressException if the host may not be asked
   * @throws IOException if no answer came in time
   */
  Answer post(CanonicalUrl url, Map<String, String> form) throws IOException;

  /** Cuts the present exchange of a thread, if any: its request then fails. */
  void cut(Thread asking);

  @Override
  void close();
}
