package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Outlet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An outlet is whoever answers for a text, not who runs the machine that it lies on. */
class OutletIdentityTest {

  private static final String TEXT =
      """
      <p>The ferry to the outer islands will run on batteries from April, the county said.</p>
      <p>It takes forty minutes to cross and nine to charge, if the wind does not push it off the quay.</p>
      <p>Two older boats stay in reserve, and their crews will be trained over the winter.</p>
      """;

  @ParameterizedTest
  @CsvSource({
    "https://harbour.wordpress.com/2026/ferry, harbour.wordpress.com",
    "https://quay.substack.com/p/ferry, quay.substack.com",
    "https://web.archive.org/web/20160401095740/http://www.harbour-post.org/ferry, harbour-post.org",
    "https://web.archive.org/web/20160401095740id_/https://harbour.wordpress.com/f, harbour.wordpress.com",
    "https://web.archive.org/web/20130307194448/harbour-post.org/ferry, harbour-post.org",
    "https://r.jina.ai/http:/quay.co.uk/ferry?x=1, quay.co.uk",
    "https://archive.ph/20160401095740/https://quay.co.uk/ferry, quay.co.uk",
    "https://12ft.io/https://quay.co.uk/ferry, quay.co.uk",
    "https://harbour-post.org/x/https://quay.co.uk/ferry, harbour-post.org",
    "https://archive.ph.harbour-post.org/https://quay.co.uk/ferry, harbour-post.org",
    "https://harbour-post.org/20260301120000/story.pl, harbour-post.org",
    "https://web.archive.org/web/20160401095740/https://localhost/ferry, archive.org",
    "https://harbour-post.org/20160401095740/ferry, harbour-post.org",
    "https://harbour-post.org/share?u=https://quay.org/ferry, harbour-post.org",
    "https://harbour-post.org/go/https://localhost/ferry, harbour-post.org",
  })
  void theDomainIsThatOfWhoWrites(String url, String domain) {
    assertThat(outlet(url, "").domain()).isEqualTo(domain);
    assertThat(outlet(url, "").name()).isEqualTo(domain);
  }

  @ParameterizedTest
  @CsvSource({
    "http://file.invalid/0a, Harbour Post, harbour-post.file.invalid",
    "http://file.invalid/0b, Harbour Post, harbour-post.file.invalid",
    "http://file.invalid/0c, Quay, quay.file.invalid",
  })
  void filesWithoutAnAddressAreOfTheOutletTheyName(String url, String name, String domain) {
    String head = "<meta property='og:site_name' content='" + name + "'>";

    assertThat(outlet(url, head)).isEqualTo(new Outlet(domain, name, domain));
  }

  @ParameterizedTest
  @CsvSource({"http://file.invalid/0a, file.invalid"})
  void aFileThatNamesNoneHasNoName(String url, String domain) {
    assertThat(outlet(url, "")).isEqualTo(new Outlet(domain, domain, domain));
  }

  private static Outlet outlet(String url, String head) {
    String html =
        "<html lang='en'><head><title>Ferry goes electric</title>"
            + head
            + "</head><body><article><h1>Ferry goes electric</h1>"
            + TEXT;
    return PagesOfOurs.article(html, url).source();
  }
}
