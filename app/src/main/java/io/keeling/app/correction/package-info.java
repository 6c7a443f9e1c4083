/** What editors say of tags: told, said, taken back, and taken out as labels. */
@NullMarked
package io.keeling.app.correction;

import org.jspecify.annotations.NullMarked;
