export { ReportTable } from './ReportTable';
