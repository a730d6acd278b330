export { columns, columnsOf, graphemes, indented, padded, printable, widthOf, wrap } from '../core/index.ts'
