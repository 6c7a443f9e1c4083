/** Tells followers of saved searches what was found, and keeps a record of it. */
@NullMarked
package io.keeling.desk.saved.alert;

import org.jspecify.annotations.NullMarked;
