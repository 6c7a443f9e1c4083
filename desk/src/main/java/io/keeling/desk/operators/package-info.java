/** What operators see and do of the rest of Keeling, and the pages for it. */
@NullMarked
package io.keeling.desk.operators;

import org.jspecify.annotations.NullMarked;
