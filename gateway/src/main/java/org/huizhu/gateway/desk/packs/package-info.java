/** Rule packs: read, drafted, rehearsed, approved by a second officer, withdrawn. */
@NullMarked
package org.huizhu.gateway.desk.packs;

import org.jspecify.annotations.NullMarked;
