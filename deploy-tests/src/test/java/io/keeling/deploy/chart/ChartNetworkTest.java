package io.keeling.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.runtime.address.AddressRules;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The wall that NetworkPolicies make, beside the one that ingest makes itself. */
class ChartNetworkTest {

  private static final Path RULES =
      Path.of("../runtime/src/main/java/io/keeling/runtime/address/AddressRules.java");

  private static final Pattern NETWORK = Pattern.compile("\"([0-9a-f.:]+/\\d+)\"");

  private static JsonNode policy(List<JsonNode> documents, String role) {
    return Chart.the(documents, "NetworkPolicy", "keeling-" + role);
  }

  /** The networks that a role may reach, where it may reach the web. */
  private static List<Block> web(JsonNode policy) {
    List<Block> blocks = new ArrayList<>();
    policy
        .at("/spec/egress")
        .forEach(
            rule ->
                rule.path("to")
                    .forEach(
                        peer -> {
                          JsonNode block = peer.path("ipBlock");
                          if (block.has("except")) {
                            List<String> except = new ArrayList<>();
                            block.path("except").forEach(each -> except.add(each.asText()));
                            blocks.add(new Block(block.path("cidr").asText(), except));
                          }
                        }));
    return blocks;
  }

  @Test
  void theNetworksLeftOutAreThoseThatIngestRefuses() throws IOException {
    Set<String> refused = new TreeSet<>();
    NETWORK.matcher(Files.readString(RULES)).results().forEach(each -> refused.add(each.group(1)));
    refused.add("::ffff:0:0/96"); // IPv4 mapped into IPv6, which AddressRules unwraps
    refused.removeAll(List.of("::/128", "::1/128")); // in ::/96
    Set<String> leftOut = new TreeSet<>();
    web(policy(Chart.render(Chart.LEAST), "ingest")).forEach(b -> leftOut.addAll(b.except()));

    assertThat(refused).hasSizeGreaterThan(25);
    assertThat(leftOut).isEqualTo(refused);
  }

  @Test
  void whatThePolicyLetsThroughIngestLetsThroughToo() throws IOException {
    List<Block> web = web(policy(Chart.render(Chart.LEAST), "ingest"));
    AddressRules rules = new AddressRules(false, List.of());
    assertThat(web).extracting(Block::cidr).containsExactly("0.0.0.0/0", "::/0");
    List<InetAddress> addresses = new ArrayList<>();
    for (Block block : web) {
      for (String except : block.except()) {
        addresses.addAll(edges(except));
      }
    }
    Random random = new Random(20261130);
    for (int i = 0; i < 20_000; i++) {
      byte[] raw = new byte[i % 2 == 0 ? 4 : 16];
      random.nextBytes(raw);
      addresses.add(InetAddress.getByAddress(raw));
    }
    long through = 0;
    for (InetAddress address : addresses) {
      boolean passes = web.stream().anyMatch(block -> block.allows(address));
      if (passes) {
        through++;
        assertThat(rules.allows(address)).as(address.getHostAddress()).isTrue();
      }
    }
    assertThat(through).isGreaterThan(5_000);
  }

  @Test
  void onlyIngestAlertsAndCommandsReachTheWeb() throws IOException {
    List<JsonNode> documents = Chart.render(Chart.EVERYTHING);

    for (String role : List.of("enrich", "sink")) {
      assertThat(web(policy(documents, role))).isEmpty();
    }
    assertThat(web(policy(documents, "cli"))).hasSize(2);
    assertThat(web(policy(documents, "desk"))).hasSize(2);
    assertThat(ports(policy(documents, "desk"), "10.44.0.0/16")).isEmpty();
  }

  @Test
  void everyRoleReachesNamesAndKafkaAndThoseOfTheDatabaseThatToo() throws IOException {
    List<JsonNode> documents = Chart.render(Chart.LEAST);

    for (String role : List.of("ingest", "enrich", "sink", "desk")) {
      JsonNode policy = policy(documents, role);
      assertThat(policy.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
      assertThat(ports(policy, "kube-system")).containsExactly("UDP 53", "TCP 53");
      assertThat(ports(policy, "10.20.0.0/24")).containsExactly("TCP 9092");
      assertThat(ports(policy, "10.20.1.5/32"))
          .isEqualTo(Set.of("sink", "desk").contains(role) ? List.of("TCP 5432") : List.of());
    }
  }

  @Test
  void everyRoleReachesTheCollectorThatTheSettingsNameAndCommandsDoNot() throws IOException {
    List<JsonNode> documents = Chart.render(Chart.EVERYTHING);

    for (String role : List.of("ingest", "enrich", "sink", "desk")) {
      assertThat(ports(policy(documents, role), "tracing")).containsExactly("TCP 4318");
    }
    assertThat(ports(policy(documents, "cli"), "tracing")).isEmpty();
    assertThat(ports(policy(Chart.render(Chart.LEAST), "sink"), "tracing")).isEmpty();
  }

  @Test
  void networksOfOnesOwnAreLeftOutAndThoseThatAreAllowedAreNot() throws IOException {
    JsonNode policy = policy(Chart.render(Chart.EVERYTHING), "ingest");
    List<Block> web = web(policy);

    assertThat(web.get(0).except()).contains("203.0.114.0/24");
    assertThat(web.get(1).except()).contains("2a00:1:2::/48");
    assertThat(ports(policy, "10.44.0.0/16")).containsExactly("TCP 80", "TCP 443");
  }

  @Test
  void nobodyIsLetInButAtPortsThatARoleListensOn() throws IOException {
    List<JsonNode> documents = Chart.render(Chart.EVERYTHING);

    for (JsonNode policy : Chart.ofKind(documents, "NetworkPolicy")) {
      String role =
          policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1component").asText();
      Set<Integer> open = new TreeSet<>();
      policy
          .at("/spec/ingress")
          .forEach(rule -> rule.path("ports").forEach(port -> open.add(port.path("port").asInt())));
      Set<Integer> listens = new TreeSet<>();
      Chart.ofKind(documents, "StatefulSet", "Deployment").stream()
          .filter(each -> each.at("/metadata/name").asText().equals("keeling-" + role))
          .forEach(
              each ->
                  each.at("/spec/template/spec/containers/0/ports")
                      .forEach(port -> listens.add(port.path("containerPort").asInt())));
      assertThat(open).as(role).isEqualTo(listens);
    }
  }

  /** Protocols and ports of the rules that lead to a peer, which a word of it names. */
  private static List<String> ports(JsonNode policy, String peer) {
    List<String> ports = new ArrayList<>();
    for (JsonNode rule : policy.at("/spec/egress")) {
      for (JsonNode to : rule.path("to")) {
        if (!to.path("ipBlock").has("except") && to.toString().contains(peer)) {
          rule.path("ports")
              .forEach(p -> ports.add(p.path("protocol").asText() + " " + p.path("port").asInt()));
        }
      }
    }
    return ports;
  }

  /** The first and last address of a network, and those just outside of it. */
  private static List<InetAddress> edges(String cidr) throws UnknownHostException {
    Net net = Net.parse(cidr);
    BigInteger size = BigInteger.ONE.shiftLeft(net.width() * 8 - net.bits());
    BigInteger all = BigInteger.ONE.shiftLeft(net.width() * 8);
    List<InetAddress> edges = new ArrayList<>();
    for (BigInteger each :
        List.of(
            net.first(),
            net.first().add(size).subtract(BigInteger.ONE),
            net.first().subtract(BigInteger.ONE),
            net.first().add(size))) {
      if (each.signum() >= 0 && each.compareTo(all) < 0) {
        byte[] raw = each.or(all).toByteArray();
        edges.add(
            InetAddress.getByAddress(
                Arrays.copyOfRange(raw, raw.length - net.width(), raw.length)));
      }
    }
    return edges;
  }

  private record Net(BigInteger first, int bits, int width) {

    static Net parse(String cidr) throws UnknownHostException {
      int slash = cidr.indexOf('/');
      String address = cidr.substring(0, slash);
      byte[] raw = InetAddress.getByName(address).getAddress();
      if (address.contains(":") && raw.length == 4) { // Java unwraps what is mapped
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(raw, 0, mapped, 12, 4);
        raw = mapped;
      }
      return new Net(
          new BigInteger(1, raw), Integer.parseInt(cidr.substring(slash + 1)), raw.length);
    }

    boolean contains(byte[] raw) {
      int beside = width * 8 - bits;
      return raw.length == width
          && new BigInteger(1, raw).shiftRight(beside).equals(first.shiftRight(beside));
    }
  }

  private record Block(String cidr, List<String> except) {

    boolean allows(InetAddress address) {
      try {
        byte[] raw = address.getAddress();
        boolean inside = Net.parse(cidr).contains(raw);
        for (String each : except) {
          inside &= !Net.parse(each).contains(raw);
        }
        return inside;
      } catch (UnknownHostException e) {
        throw new AssertionError(e);
      }
    }
  }
}
