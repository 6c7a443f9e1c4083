package io.keeling.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server stands for Amazon's STS and for a bucket, and says what it was asked. */
class BucketIdentityTest {

  private static final String TOKEN = "token-of-the-cluster";
  private static final String ROLE = "arn:aws:iam::123456789012:role/backup";

  private static final String EMPTY_BUCKET =
      "<ListBucketResult><Name>news</Name><IsTruncated>false</IsTruncated></ListBucketResult>";

  @TempDir Path directory;

  private final List<String> exchanged = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Map<String, String> settings;

  @BeforeEach
  void anIdentity() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String question =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean bucket = exchange.getRequestMethod().equals("GET");
          if (bucket) {
            signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
          } else {
            exchanged.add(URLDecoder.decode(question, StandardCharsets.UTF_8));
          }
          byte[] answer = (bucket ? EMPTY_BUCKET : credentials()).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/xml");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    Path token = Files.writeString(directory.resolve("token"), TOKEN);
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    settings =
        Map.of(
            "aws.webIdentityTokenFile", token.toString(),
            "aws.roleArn", ROLE,
            "aws.region", "eu-central-1",
            "aws.endpointUrlSts", address,
            "aws.endpointUrlS3", address);
    settings.forEach(System::setProperty);
  }

  @AfterEach
  void noIdentity() {
    settings.keySet().forEach(System::clearProperty);
    server.stop(0);
  }

  @Test
  void theTokenOfAWebIdentityIsExchangedForCredentials() throws Exception {
    try (Bucket bucket = Bucket.open(BucketAddress.parse("s3://news/keeling"))) {
      assertThat(bucket.list()).isEmpty();
    }

    assertThat(exchanged)
        .hasSize(1)
        .first()
        .asString()
        .contains("Action=AssumeRoleWithWebIdentity", ROLE, TOKEN);
    assertThat(signatures).first().asString().contains("Credential=ASIAOFTHEROLE/");
  }

  private static String credentials() {
    return """
        <AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
        <AccessKeyId>ASIAOFTHEROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
        <SessionToken>session</SessionToken><Expiration>%s</Expiration>
        </Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
        """
        .formatted(Instant.now().plus(Duration.ofHours(1)));
  }
}
