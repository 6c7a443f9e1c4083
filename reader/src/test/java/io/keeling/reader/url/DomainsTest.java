package io.keeling.reader.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainsTest {

  @ParameterizedTest
  @CsvSource({
    "www.example.co.uk,example.co.uk,example.co.uk",
    "m.example.org,example.org,example.org",
    "example.org,example.org,example.org",
    "greenblog.blogspot.com,blogspot.com,greenblog.blogspot.com",
    "www.greenblog.blogspot.com,blogspot.com,greenblog.blogspot.com",
    "paper.github.io,github.io,paper.github.io",
    "greenblog.wordpress.com,wordpress.com,greenblog.wordpress.com",
    "www.greenblog.wordpress.com,wordpress.com,greenblog.wordpress.com",
    "www.wordpress.com,wordpress.com,wordpress.com",
    "wordpress.com,wordpress.com,wordpress.com",
    "mar.blogs.sapo.pt,sapo.pt,mar.blogs.sapo.pt",
    "jornal.sapo.pt,sapo.pt,sapo.pt",
    "xn--bcher-kva.example,xn--bcher-kva.example,xn--bcher-kva.example",
    "127.0.0.1,127.0.0.1,127.0.0.1",
    "[::1],[::1],[::1]",
    "localhost,localhost,localhost"
  })
  void aSiteIsWhoRunsAHostAndAnOutletIsWhoWritesThere(String host, String site, String outlet) {
    assertThat(Domains.site(host)).isEqualTo(site);
    assertThat(Domains.outlet(host)).isEqualTo(outlet);
  }
}
