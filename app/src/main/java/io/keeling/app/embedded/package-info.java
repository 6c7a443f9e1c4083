/** What commands that start their own servers ask of the machine. */
@NullMarked
package io.keeling.app.embedded;

import org.jspecify.annotations.NullMarked;
