package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of the test's own and what it signs, as PEM files, made by the JDK's keytool. */
final class CertificateAuthority {

  private static final String PASSWORD = "of the test alone";
  private static final String ALIAS = "authority";

  private final Path directory;
  private final Path store;

  /**
   * A key and its certificate.
   *
   * @param key the private key alone
   * @param certificate the certificate with those that signed it
   * @param both all of it in one file, as Kafka reads it
   */
  record Issued(Path key, Path certificate, Path both) {}

  private CertificateAuthority(Path directory) {
    this.directory = directory;
    this.store = directory.resolve("keys.p12");
  }

  /** Makes an authority whose files lie in a directory of its own. */
  static CertificateAuthority create(Path directory) throws Exception {
    CertificateAuthority authority = new CertificateAuthority(Files.createDirectories(directory));
    authority.keytool(ALIAS, "CN=" + directory.getFileName(), "-ext", "bc:c");
    authority.write("authority.pem", certificates(authority.load().getCertificateChain(ALIAS)));
    return authority;
  }

  /** The certificate that clients and servers are to trust. */
  Path certificate() {
    return directory.resolve("authority.pem");
  }

  /** A key for this machine under its name {@code localhost} and no other, or for a client. */
  Issued issue(String commonName) throws Exception {
    keytool(commonName, "CN=" + commonName, "-signer", ALIAS, "-ext", "san=dns:localhost");
    KeyStore keys = load();
    String key = pem("PRIVATE KEY", keys.getKey(commonName, PASSWORD.toCharArray()).getEncoded());
    String chain = certificates(keys.getCertificateChain(commonName));
    return new Issued(
        write(commonName + ".key", key),
        write(commonName + ".crt", chain),
        write(commonName + ".pem", key + chain));
  }

  private void keytool(String alias, String name, String... further) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-alias",
                alias,
                "-dname",
                name));
    command.addAll(List.of(further));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
  }

  private KeyStore load() throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  /** Servers refuse to start on a key that others may read. */
  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private static String certificates(Certificate[] chain) throws GeneralSecurityException {
    StringBuilder result = new StringBuilder();
    for (Certificate certificate : chain) {
      result.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    return result.toString();
  }

  private static String pem(String kind, byte[] content) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(kind, lines.encodeToString(content));
  }
}
