package io.keeling.backup;

import static org.awaitility.Awaitility.await;

import io.keeling.embedded.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server of S3 in a process of its own, which checks signatures and keeps its objects in memory:
 * S3Proxy. Until it is closed it is what this process's settings of Amazon's tools lead to. Not for
 * sharing between threads.
 */
final class S3Server implements AutoCloseable {

  static final String BUCKET = "keeling-backups";

  private static final String KEY = "AKIDEXAMPLE";
  private static final String SECRET = "a-secret-that-no-line-may-show";

  /** As the settings of a user would have it. */
  private final Map<String, String> settings;

  private final int port;
  private final Process process;

  private S3Server(int port, Process process) {
    this.port = port;
    this.process = process;
    this.settings =
        Map.of(
            "aws.accessKeyId",
            KEY,
            "aws.secretAccessKey",
            SECRET,
            "aws.region",
            "us-east-1",
            "aws.disableEc2Metadata",
            "true",
            "aws.endpointUrlS3",
            "http://127.0.0.1:" + port);
  }

  /** Starts one, with an empty bucket. */
  static S3Server start(Path directory) throws IOException {
    int port = FreePorts.find();
    Path properties =
        Files.writeString(
            directory.resolve("s3proxy.properties"),
            """
            s3proxy.endpoint=http://127.0.0.1:%d
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            jclouds.provider=transient-nio2
            jclouds.identity=unused
            jclouds.credential=unused
            """
                .formatted(port, KEY, SECRET));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "s3proxy.jar").toString(),
                "--properties",
                properties.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("s3proxy.log").toFile())
            .start();
    S3Server server = new S3Server(port, process);
    await().atMost(Duration.ofMinutes(1)).until(server::answers);
    server.use();
    server.makeBucket();
    return server;
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private void makeBucket() {
    try (S3Client client =
        S3Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      client.createBucket(request -> request.bucket(BUCKET));
    }
  }

  int port() {
    return port;
  }

  /** Leads this process's settings to it. */
  void use() {
    settings.forEach(System::setProperty);
  }

  /** Changes one of these settings until {@link #use} is called. */
  static void set(String setting, String value) {
    System.setProperty("aws." + setting, value);
  }

  static List<String> secrets() {
    return List.of(KEY, SECRET);
  }

  @Override
  public void close() {
    settings.keySet().forEach(System::clearProperty);
    process.destroyForcibly();
  }
}
