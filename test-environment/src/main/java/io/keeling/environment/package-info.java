/** What tests of several modules share: a database, and whether this machine has what they need. */
@NullMarked
package io.keeling.environment;

import org.jspecify.annotations.NullMarked;
