import { swallowBlindPresses } from '../parts/blind-press.js';
import './desk.css';
import './vh-desk.js';

swallowBlindPresses(document);
