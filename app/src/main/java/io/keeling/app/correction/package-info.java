/** Lists, makes, undoes and exports editors' corrections of tags. */
@NullMarked
package io.keeling.app.correction;

import org.jspecify.annotations.NullMarked;
