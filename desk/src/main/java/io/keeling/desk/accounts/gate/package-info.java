/** What stands between a request and its action. */
@NullMarked
package io.keeling.desk.accounts.gate;

import org.jspecify.annotations.NullMarked;
