package io.keeling.backup;

import java.util.regex.Pattern;

/**
 * The address of a backup in S3, such as {@code s3://bucket/keeling}.
 *
 * @param bucket the name of the bucket
 * @param prefix beginning of the keys of all files, without leading and trailing slash; may be
 *     empty
 */
record BucketAddress(String bucket, String prefix) {

  private static final String SCHEME = "s3://";

  /** Valid names by Amazon's rules. */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /**
   * Valid prefixes, of characters that mean the same to every service and need no escaping. A key
   * may have 1,024 bytes, of which Keeling's own names take less than half.
   */
  private static final Pattern PREFIX = Pattern.compile("|(?=.{1,500}\\z)[\\w.=-]+(/[\\w.=-]+)*");

  static boolean isOne(String where) {
    return where.startsWith(SCHEME);
  }

  /**
   * Parses an address.
   *
   * @throws BackupException if it is not a valid address
   */
  static BucketAddress parse(String where) {
    String rest = where.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    String prefix = slash < 0 ? "" : rest.substring(slash + 1);
    if (prefix.endsWith("/")) {
      prefix = prefix.substring(0, prefix.length() - 1);
    }
    if (!BUCKET.matcher(bucket).matches() || !PREFIX.matcher(prefix).matches()) {
      throw new BackupException(
          "\"%s\" is not the address of a backup in S3: s3://BUCKET/PREFIX, where PREFIX has letters, digits and \"_.=-/\"."
              .formatted(where));
    }
    return new BucketAddress(bucket, prefix);
  }

  /** The key of a file in the bucket. */
  String key(String name) {
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  @Override
  public String toString() {
    return SCHEME + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
  }
}
