package io.keeling.desk.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

  private final PasswordHashes passwords = new PasswordHashes();

  @Test
  void knowsWhatItKeptAndNothingElse() {
    String kept = passwords.keep("ebb and flow at the weir").orElseThrow();

    assertThat(passwords.check("ebb and flow at the weir", kept)).contains(true);
    assertThat(passwords.check("ebb and flow at the weiR", kept)).contains(false);
    assertThat(passwords.check("", kept)).contains(false);
    assertThat(passwords.check("ebb and flow at the weir", null)).contains(false);
    assertThat(passwords.keep("ebb and flow at the weir").orElseThrow()).isNotEqualTo(kept);
  }

  /** Made with the reference implementation's argon2 command (phc-winner-argon2 20190702). */
  @Test
  void readsWhatOthersKept() {
    assertThat(
            passwords.check(
                "password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
        .contains(true);
  }

  @Test
  void refusesWhatIsEasilyGuessed() {
    assertThat(PasswordHashes.allows("ebb and flow", "ida")).isTrue();
    assertThat(PasswordHashes.allows("ebb and flo", "ida")).isFalse();
    assertThat(PasswordHashes.allows("aaaaaaaaaaaaaaaaaaa", "ida")).isFalse();
    assertThat(PasswordHashes.allows("Ida-Brandt-2026!", "ida")).isFalse();
    assertThat(PasswordHashes.allows("e".repeat(190) + "bb and flow", "ida")).isFalse();
  }

  @Test
  void manyAtOnceAreAllAnsweredWithinItsRoom() throws Exception {
    String kept = passwords.keep("ebb and flow at the weir").orElseThrow();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Boolean>> checks =
          IntStream.range(0, 6)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> passwords.check("ebb and flow at the weir", kept).orElse(true))
              .toList();
      for (Future<Boolean> check : threads.invokeAll(checks)) {
        assertThat(check.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }
}
