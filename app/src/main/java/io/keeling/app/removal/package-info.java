/** Takes articles down. */
@NullMarked
package io.keeling.app.removal;

import org.jspecify.annotations.NullMarked;
