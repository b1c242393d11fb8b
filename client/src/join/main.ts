import { swallowBlindPresses } from '../parts/blind-press.js';
import './vh-device-check.js';

swallowBlindPresses(document);
