/** What operators see and do of the rest of Keeling, and its pages. */
@NullMarked
package io.keeling.desk.operation;

import org.jspecify.annotations.NullMarked;
