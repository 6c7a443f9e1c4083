package io.keeling.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.frontier.state.HostLinks;
import io.keeling.ingest.frontier.state.HostLinks.Shape;
import org.junit.jupiter.api.Test;

/** What is kept of a host's links. */
class HostLinksTest {

  @Test
  void shapesBeyondTheNumberCountAsOne() {
    HostLinks host =
        HostLinks.NONE
            .with("/a", new Shape(1, 0), 2)
            .with("/b", new Shape(2, 0), 2)
            .with("/c", new Shape(3, 0), 2);

    assertThat(host.shape("/a", 2).barren()).isEqualTo(1);
    assertThat(host.shape("/c", 2).barren()).isEqualTo(3);
    assertThat(host.shape("/never-seen", 2)).isEqualTo(host.shape("/c", 2));
    assertThat(host.shape("/never-seen", 200)).isEqualTo(Shape.NEW);
  }
}
