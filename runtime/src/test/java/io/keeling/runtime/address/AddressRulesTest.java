package io.keeling.runtime.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static final AddressRules RULES = new AddressRules(false, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "64:ff9b:1::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "::ffff:0:10.0.0.1"
      })
  void specialAddressesAreRefusedInEveryForm(String address) throws UnknownHostException {
    assertThat(RULES.allows(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void aMappedAddressIsJudgedByTheAddressInside() {
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 127;
    mapped[15] = 1;
    assertThat(RULES.allows(mapped)).isFalse();
    mapped[12] = 93;
    assertThat(RULES.allows(mapped)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.216.34",
        "172.32.0.1",
        "100.128.0.1",
        "2606:2800:220:1::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "192.0.1.1"
      })
  void publicAddressesAreAllowed(String address) throws UnknownHostException {
    assertThat(RULES.allows(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNetworkCanBeAllowed() throws UnknownHostException {
    AddressRules rules = new AddressRules(false, List.of(Network.parse("10.1.0.0/16")));

    assertThat(rules.allows(InetAddress.getByName("10.1.2.3"))).isTrue();
    assertThat(rules.allows(InetAddress.getByName("::ffff:10.1.2.3"))).isTrue();
    assertThat(rules.allows(InetAddress.getByName("10.2.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "herald.localhost",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "inside.test"
      })
  void aNameThatLeadsInsideIsRefused(String name) {
    GuardedNames names = new GuardedNames(RULES, Map.of("inside.test", "10.0.0.7"));

    assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> names.resolve(name));
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, true",
    "169.254.169.254, true",
    "[::1], true",
    "[::FFFF:10.1.2.3], true",
    "localhost, true",
    "LocalHost., true",
    "herald.localhost, true",
    "10.9.2.3, false",
    "[2606:2800:220:1::1], false",
    "93.184.216.34, false",
    "inside.test, false",
    "localhost.test, false",
  })
  void aHostThatNeedsNoNameServerIsJudgedWithoutOne(String host, boolean refused) {
    AddressRules rules = new AddressRules(false, List.of(Network.parse("10.9.0.0/16")));

    assertThat(new GuardedNames(rules, Map.of()).refusesUnasked(host)).isEqualTo(refused);
  }

  @Test
  void namesUnderLocalhostLeadHereWhereThatIsAllowed() throws UnknownHostException {
    GuardedNames names =
        new GuardedNames(new AddressRules(false, List.of(Network.parse("127.0.0.0/8"))), Map.of());

    assertThat(names.resolve("Herald.localhost")[0].isLoopbackAddress()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.org/8", "10.0.0.0/x", "::/129"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Network.parse(text));
  }
}
