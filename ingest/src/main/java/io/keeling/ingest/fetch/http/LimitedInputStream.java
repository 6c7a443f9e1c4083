package io.keeling.ingest.fetch.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes on at most so many bytes, then fails. Not for sharing between threads. */
final class LimitedInputStream extends FilterInputStream {

  private final String what;
  private final long limit;
  private long count;

  /**
   * @param what what the bytes are, for the message
   * @param limit most bytes passed on
   */
  LimitedInputStream(InputStream in, String what, long limit) {
    super(in);
    this.what = what;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      count(n);
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int n) throws BodyTooLargeException {
    count += n;
    if (count > limit) {
      throw new BodyTooLargeException("more than " + limit + " bytes " + what);
    }
  }
}
