package io.keeling.ingest.fetch.http;

import io.keeling.reader.url.CanonicalUrl;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends single requests; follows no redirect. Thread-safe. */
public interface HttpExchange extends AutoCloseable {

  /**
   * Requests a page.
   *
   * @param etag validator for a conditional request, or null
   * @param lastModified validator for a conditional request, or null
   * @param largestBody maximum size of the decoded body, in bytes
   * @throws BodyTooLargeException if the body is larger than a limit
   * @throws io.keeling.runtime.address.RefusedAddressException if the host may not be contacted
   * @throws IOException if no complete response arrived in time
   */
  Answer get(
      CanonicalUrl url, @Nullable String etag, @Nullable String lastModified, int largestBody)
      throws IOException;

  /**
   * Sends a form; the returned response has no body.
   *
   * @throws io.keeling.runtime.address.RefusedAddressException if the host may not be contacted
   * @throws IOException if no response arrived in time
   */
  Answer post(CanonicalUrl url, Map<String, String> form) throws IOException;

  /** Cuts the current exchange of a thread, if there is one; its request then fails. */
  void cut(Thread asking);

  @Override
  void close();
}
