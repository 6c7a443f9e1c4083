package io.keeling.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The objects of an S3 bucket below one prefix. Credentials, region and endpoint are looked up
 * where all of Amazon's tools look them up (variables, files, the machine's role), and are never
 * shown. Not for sharing between threads.
 */
final class Bucket implements AutoCloseable {

  /** Longest time to connect. */
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /** Longest silence of a server while it answers. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** Key of the digest in an object's metadata. */
  private static final String DIGEST = "sha256";

  /**
   * Metadata of an object.
   *
   * @param etag tag that changes each time the object is written
   * @param sha256 digest that Keeling stored with it; null if there is none
   */
  record About(String etag, long size, Instant writtenAt, @Nullable String sha256) {}

  private final S3Client client;
  private final BucketAddress address;

  private Bucket(S3Client client, BucketAddress address) {
    this.client = client;
    this.address = address;
  }

  /**
   * Makes a client, which sends nothing yet.
   *
   * @throws BackupException if there are no credentials or no region
   */
  static Bucket open(BucketAddress address) {
    DefaultCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
    try {
      credentials.resolveCredentials();
    } catch (SdkException e) {
      throw new BackupException(
          "no credentials for %s were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE."
              .formatted(address),
          e);
    }
    S3Client client = builder(credentials).build();
    if (client.serviceClientConfiguration().endpointOverride().isEmpty()) {
      return new Bucket(client, address);
    }
    // Servers other than Amazon's usually have no host name for each bucket, so the path names it.
    client.close();
    return new Bucket(builder(credentials).forcePathStyle(true).build(), address);
  }

  private static S3ClientBuilder builder(DefaultCredentialsProvider credentials) {
    return S3Client.builder()
        .region(region())
        .credentialsProvider(credentials)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECTING).socketTimeout(SILENCE));
  }

  /**
   * The configured region, or else Amazon's first. Other servers accept any region, and Amazon
   * answers with the right one.
   */
  private static Region region() {
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException e) {
      return Region.US_EAST_1;
    }
  }

  /** The names directly below the prefix. */
  List<String> list() throws IOException {
    String below = address.key("");
    TreeSet<String> names = new TreeSet<>();
    call(
        () -> {
          for (ListObjectsV2Response page :
              client.listObjectsV2Paginator(
                  request -> request.bucket(address.bucket()).prefix(below).delimiter("/"))) {
            page.commonPrefixes()
                .forEach(p -> names.add(name(below, p.prefix()).replaceFirst("/$", "")));
            page.contents().forEach(object -> names.add(name(below, object.key())));
          }
          return names;
        });
    names.remove("");
    return List.copyOf(names);
  }

  private static String name(String below, String key) {
    return key.startsWith(below) ? key.substring(below.length()) : "";
  }

  Optional<About> about(String name) throws IOException {
    return call(
        () -> {
          try {
            HeadObjectResponse head =
                client.headObject(
                    request -> request.bucket(address.bucket()).key(address.key(name)));
            return Optional.of(
                new About(
                    head.eTag(),
                    head.contentLength(),
                    head.lastModified(),
                    head.metadata().get(DIGEST)));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  byte[] read(String name) throws IOException {
    byte[] bytes = get(name, (response, in) -> firstBytes(in));
    if (bytes.length > BackupStorage.LARGEST_READ) {
      throw new IOException(name + " is larger than any file that Keeling writes");
    }
    return bytes;
  }

  private static byte[] firstBytes(InputStream in) throws IOException {
    try (in) {
      return in.readNBytes(BackupStorage.LARGEST_READ + 1);
    }
  }

  /** Copies an object to a new file. */
  void copy(String name, Path file) throws IOException {
    get(name, ResponseTransformer.toFile(file));
  }

  private <T> T get(String name, ResponseTransformer<GetObjectResponse, T> reader)
      throws IOException {
    Optional<T> answer =
        call(
            () -> {
              try {
                return Optional.of(
                    client.getObject(
                        request -> request.bucket(address.bucket()).key(address.key(name)),
                        reader));
              } catch (NoSuchKeyException e) {
                return Optional.empty();
              }
            });
    return answer.orElseThrow(() -> new NoSuchFileException(name));
  }

  /** Writes a file as an object; the server verifies the digest. */
  void put(String name, Path file, String sha256) throws IOException {
    long size = Files.size(file);
    call(
        () ->
            client.putObject(
                request ->
                    at(request, name)
                        .contentLength(size)
                        .checksumSHA256(
                            Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))
                        .metadata(Map.of(DIGEST, sha256)),
                RequestBody.fromFile(file)));
  }

  /** Writes an object, and returns its ETag. */
  String put(String name, byte[] bytes) throws IOException {
    return put(name, bytes, request -> {});
  }

  /**
   * Writes an object, unless somebody else has changed it. If the object was changed to the same
   * content, it counts as written, because a request whose answer was lost is sent again and then
   * finds its own object.
   *
   * @param etag ETag that the object must have; null if it must not exist
   * @return its new ETag; empty if somebody else has changed it
   */
  Optional<String> putIf(@Nullable String etag, String name, byte[] bytes) throws IOException {
    try {
      return Optional.of(
          put(
              name,
              bytes,
              request -> {
                if (etag == null) {
                  request.ifNoneMatch("*");
                } else {
                  request.ifMatch(etag);
                }
              }));
    } catch (BucketFailures.ChangedException e) {
      Optional<String> now = about(name).map(About::etag);
      return now.isPresent() && Arrays.equals(read(name), bytes) ? now : Optional.empty();
    }
  }

  private String put(String name, byte[] bytes, Consumer<PutObjectRequest.Builder> condition)
      throws IOException {
    return call(
        () ->
            client
                .putObject(
                    request -> condition.accept(at(request, name)), RequestBody.fromBytes(bytes))
                .eTag());
  }

  private PutObjectRequest.Builder at(PutObjectRequest.Builder request, String name) {
    return request.bucket(address.bucket()).key(address.key(name));
  }

  private <T> T call(Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (SdkException e) {
      throw BucketFailures.explain(e, address);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
