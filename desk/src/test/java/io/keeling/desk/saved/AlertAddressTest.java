package io.keeling.desk.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.messages.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://hooks.example/a?b=c | https://hooks.example/a?b=c",
        "' https://hooks.example ' | https://hooks.example",
        "HTTPS://hooks.example:8443/ | https://hooks.example:8443/",
        "http://hooks.example:65535/ | http://hooks.example:65535/",
        "http://10.1.2.3:1/x | http://10.1.2.3:1/x",
        "http://[2001:db8::1]:8080/x | http://[2001:db8::1]:8080/x",
        "https://bücher.example/lesen | https://xn--bcher-kva.example/lesen",
        "https://hooks.example/bücher | https://hooks.example/b%C3%BCcher",
        "https://a--b.example/x%20y | https://a--b.example/x%20y",
      })
  void whatCanBeAskedIsTaken(String typed, String target) {
    assertThat(AlertAddress.read(Channel.WEBHOOK, typed)).isEqualTo(new AlertAddress.Good(target));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | target.empty",
        "' ' | target.empty",
        "ftp://hooks.example/ | target.scheme",
        "!room:example.org | target.scheme",
        "hooks.example/path | target.scheme",
        "javascript:alert(1) | target.scheme",
        "https:hooks.example | target.host",
        "https:///path | target.host",
        "https:/path | target.host",
        "https://:8443/ | target.host",
        "https://under_score.example/ | target.host",
        "https://a..example/ | target.host",
        "https://a%20b.example/ | target.host",
        "https://[fe80::1/ | target.host",
        "https://[nothing]/ | target.host",
        "http://2130706433/ | target.host",
        "http://0127.0.0.1/ | target.host",
        "http://000127.0.0.1/ | target.host",
        "https://a b.example/ | target.unreadable",
        "https://hooks.example/a b | target.unreadable",
        "https://hooks.example/{} | target.unreadable",
        "https://hooks.example:99999/ | target.port",
        "https://hooks.example:65536/ | target.port",
        "https://hooks.example:0/ | target.port",
        "https://hooks.example:-1/ | target.port",
        "https://hooks.example:/ | target.port",
        "https://hooks.example:http/ | target.port",
        "https://bücher.example:99999/ | target.port",
        "https://[2001:db8::1]:99999/ | target.port",
        "https://ida:secret@hooks.example/ | target.user",
        "https://ida@bücher.example/ | target.user",
        "https://hooks.example/#part | target.fragment",
        "https://hooks.example/# | target.fragment",
        "https://[fe80::1%25eth0]/ | target.zone",
        "https://[fe80::1%eth0]/ | target.zone",
      })
  void whatCannotBeAskedIsRefusedInWords(String typed, String key) {
    assertThat(AlertAddress.read(Channel.SLACK, typed)).isEqualTo(new AlertAddress.Bad(key));
    Languages.all().forEach(language -> assertThat(language.of(key)).isNotBlank());
  }

  @Test
  void nothingIsTooLongToBeRefused() {
    String address = "https://hooks.example/";
    String longest = address + "a".repeat(2_000 - address.length());
    assertThat(AlertAddress.read(Channel.WEBHOOK, longest))
        .isEqualTo(new AlertAddress.Good(longest));
    assertThat(AlertAddress.read(Channel.WEBHOOK, longest + "a"))
        .isEqualTo(new AlertAddress.Bad("target.long"));
    assertThat(AlertAddress.read(Channel.WEBHOOK, address + "ü".repeat(1_000)))
        .isEqualTo(new AlertAddress.Bad("target.long"));
    assertThat(AlertAddress.read(Channel.WEBHOOK, "https://" + "ü".repeat(1_500) + ".example/"))
        .isEqualTo(new AlertAddress.Bad("target.host"));
    assertThat(AlertAddress.read(Channel.WEBHOOK, "https://" + "a".repeat(64) + ".example/"))
        .isEqualTo(new AlertAddress.Bad("target.host"));
  }

  @ParameterizedTest
  @CsvSource({
    "ina@example.org,true",
    "ina,false",
    "ina@example.org ben@example.org,false",
    "Ina <ina@example.org>,false",
  })
  void mailGoesToOneAddress(String typed, boolean good) {
    assertThat(AlertAddress.read(Channel.EMAIL, typed) instanceof AlertAddress.Good)
        .isEqualTo(good);
  }
}
