/** What stands between a request and its action. */
@NullMarked
package io.keeling.desk.access.gate;

import org.jspecify.annotations.NullMarked;
