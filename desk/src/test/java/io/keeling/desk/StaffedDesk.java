package io.keeling.desk;

import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of a desk and of the people who have accounts there; each test gets its own. */
@ExtendWith(Desks.class)
abstract class StaffedDesk {

  RunningDesk desk;
  Staff staff;

  @BeforeEach
  void open(RunningDesk empty, Staff people) {
    desk = empty;
    staff = people;
  }
}
