/** What the embedded servers share. */
@NullMarked
package io.keeling.embedded;

import org.jspecify.annotations.NullMarked;
